import { createSocket } from 'node:dgram';
import type { Locator, Page } from '@playwright/test';
import { failing } from '../../server/jaeger-query/testing/fake-upstream.ts';
import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { down, startFaultyJaeger } from './testing/faulty-jaeger.ts';
import { startKuji } from './testing/start-kuji.ts';

function rowOf(details: Locator, name: string): Locator {
  return details.getByRole('row').filter({ has: details.page().getByRole('rowheader', { name, exact: true }) });
}

/** What stands beside a name in the details. */
function fact(details: Locator, name: string): Locator {
  return rowOf(details, name).getByRole('cell');
}

test('the page says which Jaeger it asks, and how', async ({ explore, seeded }) => {
  await explore.open();
  await expect(explore.connection).toHaveAccessibleName('Jaeger: answers');
  const details = await explore.openConnection();
  await expect(fact(details, 'Address')).toHaveText(new RegExp(`^${seeded.jaeger.queryUrl}`));
  await expect(fact(details, 'Speaks')).toHaveText(/^legacy API|^API v3/);
  await expect(fact(details, 'Login')).toHaveText('none');
  await expect(fact(details, 'Tenant')).toHaveText('none');
  await expect(fact(details, 'Requests')).toHaveText(/^\d+$/);
  await expect(fact(details, 'Last answer')).toHaveText(/^\d\d:\d\d:\d\d$/);
  await expect(fact(details, 'Last error')).toHaveText('none');
});

test('so does the page of a trace', async ({ explore, seeded }) => {
  await explore.goTo(`/trace/${seeded.traces[0]!.id}`);
  await expect(explore.connection).toHaveAccessibleName('Jaeger: answers');
  await explore.openConnection();
});

test('what the embedded Jaeger takes and refuses is counted and told', async ({ page }) => {
  const kuji = await startKuji();
  const explore = new ExplorePage(page, kuji);
  await explore.goTo('/');
  await expect(explore.connection).toHaveAccessibleName('Jaeger: answers');
  const details = await explore.openConnection();
  await expect(fact(details, 'Storage')).toHaveText('memory');
  await expect(fact(details, 'Holds')).toHaveText(/^\d+ traces, \S+ spans$/);
  const cells = (input: string) => rowOf(details, input).getByRole('cell');
  await expect(cells('OTLP over HTTP').nth(3)).toHaveText('0');
  const portOf = async (input: string) => Number(await cells(input).first().textContent());

  const answer = await fetch(`http://127.0.0.1:${await portOf('OTLP over HTTP')}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'no JSON',
    signal: AbortSignal.timeout(5000),
  });
  expect(answer.status).toBe(400);
  await sendUdp(await portOf('Thrift compact, UDP'), Buffer.from('no Thrift'));

  await expect(async () => {
    await page.keyboard.press('Escape');
    await explore.openConnection();
    await expect(cells('OTLP over HTTP').nth(3)).toHaveText('1', { timeout: 1000 });
    await expect(cells('Thrift compact, UDP').nth(3)).toHaveText('1', { timeout: 1000 });
  }).toPass({ timeout: 10_000 });
  await expect(explore.connection).toHaveAccessibleName('Jaeger: dropped some');
  await kuji.close();
});

test.describe('a Jaeger that goes away', () => {
  test.use({ allowedErrors: [/Failed to load resource: the server responded with a status of 50\d/] });

  test('is told with its error, and that it is back', async ({ page, faulty, seeded }) => {
    const explore = new ExplorePage(page, { ...faulty, range: seeded.range });
    await explore.open();
    await expect(explore.connection).toHaveAccessibleName('Jaeger: answers');

    faulty.jaeger.behave(down);
    await explore.coverage.getByRole('button', { name: 'Read again' }).click();
    await expect(explore.connection).toHaveAccessibleName('Jaeger: fails');
    const details = await explore.openConnection();
    await expect(fact(details, 'Last error')).toContainText(faulty.jaeger.url);
    await details.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(explore.connection).toBeFocused();

    // Jaeger is asked again by itself.
    faulty.jaeger.recover();
    await expect(explore.banner).toBeHidden();
    await expect(explore.connection).toHaveAccessibleName('Jaeger: answers');
    const again = await explore.openConnection();
    await expect(fact(again, 'Last error')).toContainText(faulty.jaeger.url);
  });

  test('does not get secrets told, whatever it answers', async ({ page, seeded }) => {
    const token = 'token-that-nobody-reads';
    const tenant = 'tenant-that-nobody-reads';
    const jaeger = await startFaultyJaeger(seeded.jaeger.queryUrl);
    const kuji = await startKuji({
      JAEGER_QUERY_URL: jaeger.url,
      JAEGER_BEARER_TOKEN: token,
      JAEGER_TENANT: tenant,
    });
    const answers = recordAnswers(page);
    const explore = new ExplorePage(page, { ...kuji, range: seeded.range });
    await explore.open();
    await explore.expectListed(500);
    jaeger.behave((request, response) =>
      failing(500, `you sent ${request.headers.authorization} of ${request.headers['x-tenant']}`)(request, response),
    );
    await explore.coverage.getByRole('button', { name: 'Read again' }).click();
    await expect(explore.banner).toContainText('Jaeger reported a failure.');
    const details = await explore.openConnection();
    await expect(fact(details, 'Login')).toHaveText('bearer token');
    await expect(fact(details, 'Tenant')).toHaveText('set');

    const told = [await page.content(), ...(await Promise.all(answers))].join('\n');
    expect(told).toContain('you sent');
    expect(told).not.toContain(token);
    expect(told).not.toContain(tenant);
    await kuji.close();
    await jaeger.close();
  });
});

/** The bodies of all that the page is answered from now on. */
function recordAnswers(page: Page): readonly Promise<string>[] {
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/')) answers.push(response.text());
  });
  return answers;
}

function sendUdp(port: number, packet: Uint8Array): Promise<void> {
  const socket = createSocket('udp4');
  return new Promise((resolve, reject) => {
    socket.send(packet, port, '127.0.0.1', (error) => {
      socket.close();
      if (error === null) resolve();
      else reject(error);
    });
  });
}
