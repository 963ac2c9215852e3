// How changesets writes a changelog: the text of each changeset, without commits. Both packages are released together, so their
// dependency is not listed.
module.exports = {
  getReleaseLine: async ({ summary }) => summary,
  getDependencyReleaseLine: async () => '',
};
