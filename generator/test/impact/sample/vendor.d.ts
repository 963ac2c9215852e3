declare module 'express' {
  export interface Request {
    readonly params: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string | undefined>>;
    readonly body: { readonly name: string; readonly beds: number };
  }
  export interface Response {
    status(code: number): this;
    json(body: unknown): void;
  }
  export interface Router {
    get(path: string, handler: (request: Request, response: Response) => Promise<void> | void): void;
    post(path: string, handler: (request: Request, response: Response) => Promise<void> | void): void;
  }
}
declare module 'node:assert' {
  const assert: { equal(actual: unknown, expected: unknown): void };
  export default assert;
}
declare module 'react' {
  export function useState<T>(initial: T): [T, (next: T | ((former: T) => T)) => void];
  export function useEffect(effect: () => void, inputs: readonly unknown[]): void;
  export function useMemo<T>(make: () => T, inputs: readonly unknown[]): T;
}
declare module 'test-kit' {
  interface Matchers {
    readonly not: Matchers;
    toBe(value: unknown): void;
    readonly resolves: Matchers;
    toEqual<E>(value: E): void;
    toMatchObject(value: Record<string, unknown> | Record<string, unknown>[]): void;
    toContainEqual(value: object): void;
    toHaveProperty(path: string): void;
    toHaveBeenCalledWith<E extends unknown[]>(...values: E): void;
  }
  export function expect(value: unknown): Matchers;
  export const mock: { module(name: string, make: () => unknown): void };
  export const jest: {
    mock(module: string, make: () => unknown): void;
    fn<F extends (...args: never) => unknown>(run: F): F;
  };
  export function test(name: string, run: () => Promise<void> | void): void;
  export function spyOn<T extends object, K extends keyof T>(
    object: T,
    method: K,
  ): { mockResolvedValue(value: unknown): void };
}
