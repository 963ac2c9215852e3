import type { Explanation } from '../../generator/src/problems/codes/explanation.js';
import { CODE_GROUPS } from '../../generator/src/problems/codes.js';

/** The page that lists all codes of problems, as Markdown. */
export function problemsPage(): string {
  const groups = CODE_GROUPS.map(({ title, codes }) => {
    const rows = Object.entries(codes).map(
      ([code, about]) => `| [\`${code}\`](#${code.toLowerCase()}) | ${about.title} |`,
    );
    return `## ${title}\n\n| code | |\n|---|---|\n${rows.join('\n')}\n`;
  });
  const details = CODE_GROUPS.flatMap(({ codes }) =>
    Object.entries(codes).map(([code, about]) => section(code, about)),
  );
  return `# Problems, by their codes

Every problem that \`sdkgen\` reports has a code. The codes are stable: scripts may look for them in what \`--json\` prints.
\`sdkgen explain CODE\` prints what is said here; \`sdkgen explain\` lists all codes. Made by \`npm run reference\` from
\`generator/src/problems/codes/\`.

An error ends the run with exit code 1, and nothing is written. A warning is printed by every run, whether it changes
anything or not, and leaves the exit code 0.

${groups.join('\n')}
${details.join('\n')}`;
}

function section(code: string, { title, meaning, reason, example, remedy }: Explanation): string {
  return `### \`${code}\`\n\n**${title}.** ${meaning} ${reason}\n\n\`\`\`\n${example}\n\`\`\`\n\n${remedy}\n`;
}
