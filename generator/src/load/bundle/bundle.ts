import { emptyObject, formatReference, isObject, type Json, type MutableObject } from '../../schema/index.js';
import { MAX_COPIES, MAX_INLINE_LEVELS } from '../limits.js';
import type { Findings } from '../places/findings.js';
import { type Place, placeKey, type SourceFile } from '../places/source-file.js';
import { namesBeside, placeOf } from './component-names.js';
import type { Files } from './files.js';
import { reportFrequent } from './frequent.js';
import { type Kind, kindAt, kinds } from './grammar.js';
import { bundledTokens, type Mount, Origins } from './mounts.js';
import { createResolve, type Resolve, type Spot } from './resolve.js';
import { type BundleRules, type Site, TooManyNodes, type TransferContext, transfer } from './transfer.js';

export interface Bundle {
  readonly root: MutableObject;
  readonly origins: Origins;
}

/** An object that becomes a component, because the bundled document has no other place for it. */
interface Target {
  readonly section: string;
  readonly mount: Mount;
  readonly value: Json;
  /** The component that consists only of a reference to it: it becomes the object itself. */
  claim?: { readonly name: string; readonly holder: MutableObject };
}

/**
 * Combines a spec and everything it refers to into one document. Components that are references to other files are replaced by
 * their targets; other targets become new components; path items, and references where OpenAPI has none, are replaced by their
 * targets.
 *
 * @param rules Whether the spec is OpenAPI 3.0, and whether its numbers may be date-times.
 * @returns `undefined` if it would be too large, which is reported.
 */
export function bundle(
  root: SourceFile,
  files: Files,
  findings: Findings,
  rules: BundleRules,
): Promise<Bundle | undefined> {
  return new Bundler(root, files, findings, rules).run();
}

class Bundler {
  readonly #rootMount: Mount;
  readonly #resolve: Resolve;
  /** For references that no call depends on. */
  readonly #resolveOptional: Resolve;
  readonly #findings: Findings;
  readonly #context: TransferContext;
  readonly #targets = new Map<string, Target>();
  readonly #references: { readonly site: Site; readonly mount: Mount; readonly tokens: readonly string[] }[] = [];
  readonly #inlined: { readonly mount: Mount; readonly site: Site; readonly own: readonly string[] }[] = [];
  /** The mounts whose nodes keep their pointers, with the kind of each. */
  readonly #homes: { readonly mount: Mount; readonly kind: Kind }[] = [];

  constructor(root: SourceFile, files: Files, findings: Findings, rules: BundleRules) {
    this.#rootMount = { place: { file: root, tokens: [] }, bundled: [], wraps: new Map(), within: [] };
    this.#homes.push({ mount: this.#rootMount, kind: kinds.document });
    this.#findings = findings;
    const isHome = (place: Place, kind: Kind): boolean => this.#homeOf(place, kind) !== undefined;
    this.#resolve = createResolve(root, files, (...found) => findings.error(...found), isHome);
    const ignored: Findings['error'] = (code, place, message, hint) => {
      findings.warning(code, place, `${message} It is ignored.`, hint);
    };
    this.#resolveOptional = createResolve(root, files, ignored, isHome);
    this.#context = { ...rules, findings, sites: [], frequent: new Map(), nodes: 0 };
  }

  async run(): Promise<Bundle | undefined> {
    let root = emptyObject();
    try {
      const copied = transfer(this.#context, this.#rootMount, this.#rootMount.place.file.value, kinds.document);
      if (isObject(copied)) root = copied;
      await this.#settleAll();
    } catch (error) {
      if (!(error instanceof TooManyNodes)) throw error;
      const message = 'The spec is too large after resolving its references.';
      const hint = 'Refer to components instead of to path items and lists that are copied at each use.';
      this.#findings.error('too-large', this.#rootMount.place, message, hint);
      return undefined;
    }
    reportFrequent(this.#context.frequent, this.#findings);
    this.#placeTargets(root);
    for (const { mount, site } of this.#inlined) mount.bundled = bundledTokens(site.mount, site.place.tokens);
    for (const { site, mount, tokens } of this.#references) {
      site.holder[site.key] = formatReference(bundledTokens(mount, tokens));
    }
    return { root, origins: this.#origins() };
  }

  /**
   * Inline replacements come first: a section of `components` that is a reference must exist before others refer into it.
   * Settling a site may add sites.
   */
  async #settleAll(): Promise<void> {
    const waiting: Site[] = [];
    let next = 0;
    for (;;) {
      for (const site of this.#context.sites.splice(0)) {
        if (site.use === 'inline') await this.#inline(site);
        else waiting.push(site);
      }
      if (this.#context.sites.length > 0) continue;
      const site = waiting[next];
      if (site === undefined) return;
      next += 1;
      await this.#settle(site);
    }
  }

  async #settle(site: Site): Promise<void> {
    const resolve = site.use === 'mapping' || site.kind.lenient === true ? this.#resolveOptional : this.#resolve;
    const spot = await resolve(placeOf(site), site.reference, site.kind);
    if (spot === undefined) return;
    const home = this.#homeOf(spot, site.kind);
    if (home !== undefined) {
      this.#references.push({ site, mount: home, tokens: spot.tokens });
      return;
    }
    const target = this.#targetOf(spot, site.kind);
    if (!this.#claim(site, target)) this.#references.push({ site, mount: target.mount, tokens: spot.tokens });
  }

  /** The mount in which a node keeps its pointer, because OpenAPI expects such an object there. */
  #homeOf(place: Place, wanted: Kind): Mount | undefined {
    for (const { mount, kind } of this.#homes) {
      const { file, tokens } = mount.place;
      if (file !== place.file || tokens.some((token, index) => place.tokens[index] !== token)) continue;
      const way = place.tokens.slice(tokens.length);
      // Parameters move from path items to operations, and some are dropped.
      const moves = way.some((_, index) => kindAt(kind, way.slice(0, index + 1)) === kinds.parameterList);
      const found = kindAt(kind, way);
      if (!moves && (found === wanted || (found === kinds.inlinePathItem && wanted === kinds.pathItem))) return mount;
    }
    return undefined;
  }

  #targetOf(spot: Spot, kind: Kind): Target {
    const section = kind.section ?? 'schemas';
    const key = `${section}\n${placeKey(spot)}`;
    let target = this.#targets.get(key);
    if (target === undefined) {
      const mount: Mount = { place: spot, bundled: undefined, wraps: new Map(), within: [] };
      target = { section, mount, value: transfer(this.#context, mount, spot.value, kind) };
      this.#targets.set(key, target);
    }
    return target;
  }

  /** Makes a component that consists only of a reference to the target the target itself. */
  #claim(site: Site, target: Target): boolean {
    if (target.claim !== undefined || site.use !== 'reference' || site.mount.bundled === undefined) return false;
    const [components, section, name, ...rest] = bundledTokens(site.mount, site.place.tokens);
    if (components !== 'components' || section !== target.section || name === undefined || rest.length > 0)
      return false;
    if (Object.keys(site.holder).some((key) => key !== '$ref' && key !== 'description' && key !== 'summary'))
      return false;
    target.claim = { name, holder: site.holder };
    return true;
  }

  async #inline(site: Site): Promise<void> {
    const at = placeOf(site);
    const spot = await this.#resolve(at, site.reference, site.kind);
    if (spot === undefined) return;
    const key = `${site.kind.title}\n${placeKey(spot)}`;
    if (site.mount.within.includes(key) || site.mount.within.length >= MAX_INLINE_LEVELS) {
      const hint = 'The target can only be copied, and a copy of itself would be endless.';
      this.#findings.error('ref-cycle', at, 'This reference is circular.', hint);
      return;
    }
    if (this.#inlined.length >= MAX_COPIES) throw new TooManyNodes();
    const bundled = site.mount.bundled && bundledTokens(site.mount, site.place.tokens);
    const mount: Mount = { place: spot, bundled, wraps: new Map(), within: [...site.mount.within, key] };
    const value = transfer(this.#context, mount, spot.value, site.kind);
    if (!isObject(value)) return;
    const { holder } = site;
    delete holder.$ref;
    const own = Object.keys(holder);
    for (const [name, child] of Object.entries(value)) {
      if (!Object.hasOwn(holder, name)) holder[name] = child;
    }
    // The copy may itself be a reference, which is noted last: it is in the holder now.
    const { sites } = this.#context;
    const last = sites.at(-1);
    if (last?.holder === value) sites[sites.length - 1] = { ...last, holder };
    this.#inlined.push({ mount, site, own });
    if (bundled?.[0] === 'components' && bundled.length < 3) this.#homes.push({ mount, kind: site.kind });
  }

  #placeTargets(root: MutableObject): void {
    if (this.#targets.size === 0) return;
    const components: MutableObject = isObject(root.components) ? root.components : emptyObject();
    root.components = components;
    const nameFor = namesBeside(components);
    for (const { section, mount, value, claim } of this.#targets.values()) {
      const entries: MutableObject = isObject(components[section]) ? components[section] : emptyObject();
      components[section] = entries;
      const name = claim?.name ?? nameFor(section, mount.place);
      mount.bundled = ['components', section, name];
      entries[name] = value;
      if (claim === undefined || !isObject(value)) continue;
      const described: MutableObject = value;
      for (const [key, text] of Object.entries(claim.holder)) if (key !== '$ref') described[key] = text;
    }
  }

  #origins(): Origins {
    const origins = new Origins(this.#rootMount.place.file);
    origins.addMount(this.#rootMount);
    for (const { mount } of this.#targets.values()) origins.addMount(mount);
    for (const { mount, site, own } of this.#inlined) {
      origins.addMount(mount);
      for (const key of own) {
        const place = { file: site.place.file, tokens: [...site.place.tokens, key] };
        origins.add([...(mount.bundled ?? []), key], place);
      }
    }
    return origins;
  }
}
