// Replaces the server client in builds for browsers, and fails the build: the required module does not exist.
require('./@scope/chat-client/server holds the API secret and needs Node.js: in a browser use @scope/chat-client, in a worker @scope/chat-client/edge');
