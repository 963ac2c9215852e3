// Builds for browsers get this in place of the server client, and stop at it: what it requires is nowhere.
require('./@scope/chat-client/server holds the API secret and needs Node.js: in a browser use @scope/chat-client, in a worker @scope/chat-client/edge');
