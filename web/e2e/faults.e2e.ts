import { SECOND } from '#core/units.ts';
import {
  answering,
  breakingAfter,
  failing,
  hangingAfter,
  silent,
  type UpstreamBehaviour,
} from '../../server/jaeger-query/testing/fake-upstream.ts';
import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { down, onSearches, onSearchesBefore, passingOn } from './testing/faulty-jaeger.ts';
import { DRAWS } from './testing/seeded-traces.ts';

/** A slice may reach beyond the middle and fail as a whole. */
const SLACK = 30 * SECOND;

// The browser tells of an answer 502 or 504, which is what these stories are about.
test.use({ allowedErrors: [/Failed to load resource: the server responded with a status of 50\d/] });

test('a Jaeger that is down at the start is told with its address, and read as soon as it is up', async ({
  page,
  faulty,
}) => {
  faulty.jaeger.behave(down);
  const explore = new ExplorePage(page, faulty);
  await explore.goTo('/');
  await expect(explore.banner).toContainText('Jaeger cannot be reached.');
  await expect(explore.banner).toContainText(faulty.jaeger.url);
  await expect(explore.banner).toContainText(
    'Check that jaeger-query runs and that JAEGER_QUERY_URL names its host and port',
  );

  faulty.jaeger.recover();
  await explore.banner.getByRole('button', { name: 'Try now' }).click();
  await explore.expectSentence(/^凶 traces take/);
  await expect(explore.banner).toBeHidden();
});

test('a Jaeger that goes down later is told, and what was read stays', async ({ page, faulty, seeded }) => {
  const explore = new ExplorePage(page, { ...faulty, range: seeded.range });
  await explore.open();
  await explore.expectListed(500);

  faulty.jaeger.behave(down);
  await explore.coverage.getByRole('button', { name: 'Read again' }).click();
  await expect(explore.banner).toContainText(/Jaeger has not answered since \d\d:\d\d:\d\d\./);
  await expect(explore.banner).toContainText('The 500 traces read before are still here');
  await explore.expectSentence(/^凶 traces take/);
  await explore.expectListed(500);
  await explore.choose('凶', 'Only this value');
  await explore.expectListed(84);

  faulty.jaeger.recover();
  await explore.banner.getByRole('button', { name: 'Try now' }).click();
  await expect(explore.banner).toBeHidden();
  await explore.expectListed(84);
});

test('while live, a Jaeger that goes down and comes back is followed', async ({ page, faulty, seeded }) => {
  const explore = new ExplorePage(page, { ...faulty, range: seeded.range });
  await explore.goTo('/?live=1');
  await explore.expectListed(500);
  faulty.jaeger.behave(down);
  await expect(explore.banner).toContainText('The 500 traces read before are still here');
  faulty.jaeger.recover();
  await expect(explore.banner).toBeHidden();
  await explore.expectListed(500);
});

/** What Jaeger does when it is searched, and what the page says of it. */
const FAULTS: readonly (readonly [name: string, behaviour: UpstreamBehaviour, said: readonly string[]])[] = [
  [
    'HTML instead of JSON',
    answering(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
    ['What answers there is not jaeger-query.', 'JAEGER_QUERY_URL'],
  ],
  ['an answer 404', answering(404, '404 page not found\n'), ['What answers there is not jaeger-query.']],
  ['an answer 500', failing(500, 'the storage is on fire'), ['Jaeger reported a failure.', 'the storage is on fire']],
  ['broken JSON', answering(200, '{"data":[{"traceID":'), ['Jaeger’s answer broke off or cannot be read.']],
  ['an answer that breaks off', breakingAfter('{"data":['), ['Jaeger’s answer broke off or cannot be read.']],
  ['an answer that hangs in its body', hangingAfter('{"data":['), ['Jaeger did not answer in time.']],
  ['no answer at all', silent, ['Jaeger did not answer in time.', 'Try a shorter time range']],
];

for (const [name, behaviour, said] of FAULTS) {
  test(`${name} is told with what to do, and got over`, async ({ page, faulty, seeded }) => {
    faulty.jaeger.behave(onSearches(faulty.jaegerUrl, behaviour));
    const explore = new ExplorePage(page, { ...faulty, range: seeded.range });
    await explore.open();
    for (const text of said) await expect(explore.banner).toContainText(text);
    faulty.jaeger.recover();
    await explore.banner.getByRole('button', { name: 'Try now' }).click();
    await explore.expectListed(500);
    await expect(explore.banner).toBeHidden();
  });
}

test('a stretch that fails is named with its reason, and read from there when told to', async ({
  page,
  faulty,
  seeded,
}) => {
  const middle = seeded.traces[DRAWS / 2]!.start;
  const burning = failing(500, 'the storage is on fire');
  faulty.jaeger.behave(onSearchesBefore(faulty.jaegerUrl, middle, burning));
  const explore = new ExplorePage(page, { ...faulty, range: seeded.range });
  await explore.open({ limit: '50' });
  await expect(explore.coverage).toContainText(/\d+ traces · .* read, .* could not be read: Jaeger reported a failure/);
  await expect(explore.banner).toContainText('the storage is on fire');
  await explore.expectSentence(/^凶 traces take/);
  await expect(explore.finding).toContainText('Rests on a part of the traces');
  await expect(explore.list.getByRole('button', { name: 'a part of the range' })).toBeVisible();

  faulty.jaeger.recover();
  const asked = explore.spanRequests.length;
  await explore.coverage.getByRole('button', { name: 'Retry there' }).click();
  await expect(explore.coverage).toContainText(/500 traces · .* read completely/);
  await explore.expectListed(DRAWS);
  await expect(explore.banner).toBeHidden();
  for (const url of explore.spanRequests.slice(asked)) {
    expect(Number(new URL(url).searchParams.get('end')), 'read again from where it failed').toBeLessThan(
      middle + SLACK,
    );
  }
});

test.describe('one trace that cannot be read', () => {
  const id = 'bad0000000000000000000000000bad0';
  const unreadable = JSON.stringify({ traceID: id, spans: 'none', processes: {} });
  const withUnreadable = (body: string) => body.replace('"data":[', `"data":[${unreadable},`);

  test('is named, and the others are shown', async ({ page, faulty, seeded }) => {
    faulty.jaeger.behave(onSearches(faulty.jaegerUrl, passingOn(faulty.jaegerUrl, withUnreadable)));
    const explore = new ExplorePage(page, { ...faulty, range: seeded.range });
    await explore.open({ limit: '1500' });
    await explore.expectListed(500);
    await explore.expectSentence(/^凶 traces take/);
    await explore.coverage.getByRole('button', { name: '1 trace could not be read' }).click();
    await expect(page.getByRole('link', { name: id })).toBeVisible();
  });

  test('is counted once, however often it is met', async ({ page, faulty }) => {
    faulty.jaeger.behave(onSearches(faulty.jaegerUrl, passingOn(faulty.jaegerUrl, withUnreadable)));
    const explore = new ExplorePage(page, faulty);
    await explore.goTo('/?live=1&limit=1500');
    await explore.expectListed(500);
    await expect.poll(() => explore.spanRequests.length).toBeGreaterThan(2);
    await expect(explore.coverage.getByRole('button', { name: '1 trace could not be read' })).toBeVisible();
  });
});

test('a trace that cannot be read now is told in the drawer, and tried again', async ({ page, faulty, seeded }) => {
  const explore = new ExplorePage(page, { ...faulty, range: seeded.range });
  await explore.open();
  await explore.expectListed(500);
  faulty.jaeger.behave(failing(500, 'the storage is on fire'));
  await explore.rows.first().click();
  await expect(explore.drawer.getByRole('alert')).toContainText('the storage is on fire');
  faulty.jaeger.recover();
  await explore.drawer.getByRole('button', { name: 'Try again' }).click();
  await expect(explore.drawer.getByRole('treegrid', { name: 'Spans' })).toBeVisible();
});
