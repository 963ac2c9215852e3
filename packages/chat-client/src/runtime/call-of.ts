/** The property of a `fetch` option's second argument with which `./testing` finds out what a request was made from. */
export const callOf: unique symbol = /* @__PURE__ */ Symbol.for('api-client-call');
