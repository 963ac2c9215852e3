// How changesets writes a changelog: the text of each changeset as it is, without commits. Both packages are released
// together, so that one depends on the other is not news.
module.exports = {
  getReleaseLine: async ({ summary }) => summary,
  getDependencyReleaseLine: async () => '',
};
