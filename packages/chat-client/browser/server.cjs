// Replaces the server client in builds for browsers, and fails the build: the required module does not exist.
require('./@scope/chat-client/server needs the API secret and Node.js: in a browser use @scope/chat-client, in a worker @scope/chat-client/edge');
