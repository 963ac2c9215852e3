import { RoomsClient } from '@acme/rooms-client';
import {
  getBuilding,
  getPlan,
  getStatus,
  isErrorOf,
  lockBuilding,
  type RoomsCore,
  unlockBuilding,
} from '@acme/rooms-client/operations';
import type { Building, WebhookEvent, WebhookPayloads } from '@acme/rooms-types';

type Opened = WebhookPayloads['buildingOpened']; // impact: webhook-removed
type Fields = 'building_id' | 'reason';

export class Buildings {
  readonly #client = new RoomsClient({ token: 'secret' }); // impact: server-removed

  async plan(building_id: string): Promise<number[]> {
    const { url, floors: all } = await this.#client.getPlan({ building_id }); // impact: reply-kind-changed reply-kind-changed reply-kind-changed
    const plan = await this.#client.getPlan({ building_id }); // impact: reply-kind-changed
    if (url !== plan.url) return []; // impact: reply-kind-changed
    return [...all, ...plan.floors].map(({ level }) => level); // impact: reply-kind-changed
  }

  async address(building_id: string): Promise<string> {
    return (await this.#client.getPlan({ building_id })).url; // impact: reply-kind-changed reply-kind-changed
  }

  async lock(core: RoomsCore, building_id: string): Promise<void> {
    await lockBuilding(core, { building_id }); // impact: required-body-added
    await this.#client.unlockBuilding({
      building_id,
      code: '1234', // impact: body-removed
    });
    await unlockBuilding(core, { ...{ building_id }, code: building_id }); // impact: body-removed
    await this.#client.visitBuilding({ building_id, visitor: 'Ann' }); // impact: parameter-moved
  }

  async change(building_id: string, year: number): Promise<void> {
    await this.#client.updateBuilding({ building_id, year: 2001, dry: true }); // impact: parameter-moved
    await this.#client.updateBuilding({ building_id, year: 12, name: 'Hall' }); // impact: bound-narrowed property-became-read-only
    await this.#client.updateBuilding({ building_id, year, depth: -2, codes: ['a', 'b'], wing: 'a' }); // impact: bound-narrowed
    await this.#client.updateBuilding({ building_id, depth: -5, codes: ['a', 'b', 'c'], wing: null }); // impact: bound-narrowed bound-narrowed null-refused
    await this.#client.updateBuilding({ building_id, codes: ['a', building_id] }); // impact: bound-narrowed
    await this.#client.updateBuilding({ building_id, entrance: { kind: 'Gate', wings: 2 } }); // impact: property-removed
    await this.#client.updateBuilding({ building_id, entrance: { kind: 'Door', width: 1, wings: 2 } }); // impact: required-property-added
    await this.#client.updateBuilding({ building_id, heated: false, roof: 'flat' }); // impact: enum-value-removed
    const [gate, door] = [{ kind: 'Gate' } as const, { kind: 'Door', width: 1 } as const];
    await this.#client.updateBuilding({ building_id, entrance: gate, side: 'north_side' }); // impact: enum-value-removed
    await this.#client.updateBuilding({ building_id, entrance: door, side: 'southSide' }); // impact: required-property-added enum-value-removed
  }

  async sell(building_id: string): Promise<void> {
    await this.#client.setOwner({ building_id, body: { name: 'Eve' } }); // impact: body-argument-changed
  }

  async isUp(core: RoomsCore, text: string): Promise<boolean> {
    const ask = (...args: Parameters<RoomsClient['getStatus']>) => this.#client.getStatus(...args);
    const all = [ask(), this.#client.getStatus(JSON.parse(text))];
    all.push(getStatus(core), this.#client.getStatus({}, { timeout: 1 })); // impact: required-parameter-added required-parameter-added
    return (await Promise.all(all)).every(({ up }) => up);
  }
}

export async function read(core: RoomsCore, building_id: string): Promise<string> {
  try {
    const { data, headers } = await getBuilding(core, { building_id }).withResponse();
    return `${headers['X-Total']} ${describe(data)} ${typeof (await getPlan(core, { building_id }))}`; // impact: reply-header-removed reply-kind-changed
  } catch (error) {
    return isErrorOf(error, getBuilding, 404) ? error.body.message : 'unknown'; // impact: error-reply-removed
  }
}

// impact next: union-member-added
function describe({ entrance, tags, position: [first] = [{}], lease }: Building): string {
  const colors = Object.values(tags).map(({ color }) => color); // impact: property-removed
  if (lease !== undefined && 'price' in lease) return lease.until ?? '';
  const until = lease?.until ?? ''; // impact: property-removed
  const wings = entrance.kind === 'Gate' ? entrance.wings : entrance.width; // impact: property-removed
  return `${colors} ${until} ${wings} ${first.x} ${first.unit}`; // impact: property-removed
}

export function width(building: Building): number {
  // impact next: union-member-added union-member-added
  switch (building.entrance.kind) {
    case 'Door':
      return building.entrance.width; // impact: union-member-added
    case 'Gate':
      return 4;
  }
}

export function handle({ event, payload }: WebhookEvent, name: Fields): string | undefined {
  if (event === 'buildingOpened') return opened(payload);
  return name === 'reason' ? payload.reason : payload.building_id; // impact: property-removed
}

const opened = ({ building_id }: Opened): string => building_id;
