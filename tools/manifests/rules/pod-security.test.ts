import { expect, it } from 'vitest';
import { readOverlay } from '../model/overlay.ts';
import { POD_SECURITY_RULES } from './pod-security.ts';

// The schema of Kubernetes 1.27 refuses this field before any rule comes to see it, so no planted mistake can have it.
it.each([
  ['Unconfined', ['appArmorProfile must not be Unconfined']],
  ['RuntimeDefault', []],
])('AppArmor by the field of newer versions: %s', (type, says) => {
  const spec = { selector: {}, template: { spec: { containers: [], securityContext: { appArmorProfile: { type } } } } };
  const overlay = readOverlay('test', [{ kind: 'Deployment', metadata: { name: 'x' }, spec }]);
  const found = POD_SECURITY_RULES.flatMap(({ check }) => check(overlay)).map(({ message }) => message);
  expect(found).toEqual(says);
});
