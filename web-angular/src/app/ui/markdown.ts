import type { Config } from 'dompurify';

// Text and its structure: nothing that loads, runs, asks, or changes how the page looks.
const allowed: Config = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'a', 'h3'],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'start', 'target', 'rel'],
  // What these say is no address.
  ADD_URI_SAFE_ATTR: ['target', 'rel'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:)/i,
};
const mention = /@\[([^\]\n]{1,201})\]\([\w-]{1,100}\)/g;

/** Markdown as HTML that is safe whoever wrote it. What does the work is loaded when there is something to show. */
export async function renderMarkdown(text: string): Promise<string> {
  const [{ Marked }, { default: purify }] = await Promise.all([import('marked'), import('dompurify')]);
  const marked = new Marked({
    gfm: true,
    breaks: true,
    renderer: {
      // The page has its own headings above these.
      heading({ tokens }) {
        return `<h3>${this.parser.parseInline(tokens)}</h3>`;
      },
      link({ href, tokens }) {
        const address = href.replaceAll('"', '%22');
        return `<a href="${address}" target="_blank" rel="noopener noreferrer nofollow">${this.parser.parseInline(tokens)}</a>`;
      },
      image: ({ text: words }) => words.replaceAll('<', '&lt;'),
    },
  });
  return purify.sanitize(marked.parse(text.replaceAll(mention, '**@$1**'), { async: false }), allowed);
}
