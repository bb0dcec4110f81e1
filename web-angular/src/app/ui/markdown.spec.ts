import { describe, expect, it } from 'vitest';

import { renderMarkdown } from './markdown';

describe('Markdown', () => {
  it('shows emphasis, lists and links, which open elsewhere and give nothing away', async () => {
    const html = await renderMarkdown('# Tools\n\n**Ladder** and\n\n- gloves\n\n[list](https://example.org)');
    expect(html).toContain('<h3>Tools</h3>');
    expect(html).toContain('<strong>Ladder</strong>');
    expect(html).toContain('<li>gloves</li>');
    expect(html).toMatch(
      /<a (?=.*href="https:\/\/example.org")(?=.*target="_blank")(?=.*rel="noopener noreferrer nofollow")/,
    );
  });

  it('names who is mentioned, without their id', async () => {
    expect(await renderMarkdown('Thanks @[Alma Öztürk](TWVtYmVyOjE)')).toBe(
      '<p>Thanks <strong>@Alma Öztürk</strong></p>\n',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://example.org/tracker.png)',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    '[x](https://example.org"onmouseover="alert(1))',
    '<svg><script>alert(1)</script></svg>',
    '<form action="https://example.org"><input name="password"></form>',
    '<style>body { display: none }</style>',
    '<iframe src="https://example.org"></iframe>',
    '@[<img src=x onerror=alert(1)>](abc)',
  ])('lets nothing through that loads or runs: %s', async (text) => {
    const page = new DOMParser().parseFromString(await renderMarkdown(text), 'text/html');
    expect(page.querySelector('script, img, svg, form, input, style, iframe')).toBeNull();
    for (const element of page.body.querySelectorAll('*')) {
      expect([...element.attributes].filter(({ name }) => name.startsWith('on'))).toEqual([]);
      expect(element.getAttribute('href') ?? 'https:').toMatch(/^https:/);
    }
  });
});
