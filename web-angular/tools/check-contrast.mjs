// Every colour that carries words keeps 4.5 : 1 on what it stands on, outlines of controls 3 : 1; in light and in dark.
import { readFileSync } from 'node:fs';

const theme = readFileSync(new URL('../src/styles/theme.scss', import.meta.url), 'utf8');
const colours = new Map(
  [...theme.matchAll(/([\w-]+): \(\s*(#\w{6}),\s*(#\w{6}),?\s*\),/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const surfaces = [
  'surface',
  'surface-container-lowest',
  'surface-container-low',
  'surface-container',
  'surface-container-high',
];
const pairs = [
  ...[...colours.keys()]
    .filter((name) => name.startsWith('on-') && colours.has(name.slice(3)))
    .map((name) => [name, name.slice(3), 4.5]),
  ...['on-surface', 'on-surface-variant', 'primary', 'error'].flatMap((text) =>
    surfaces
      .filter((surface) => text === 'on-surface' || surface !== 'surface-container-high')
      .map((surface) => [text, surface, 4.5]),
  ),
  ['inverse-on-surface', 'inverse-surface', 4.5],
  ['inverse-primary', 'inverse-surface', 4.5],
  ...['surface', 'surface-container-lowest'].map((surface) => ['outline', surface, 3]),
];

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a, b) {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

const faults = pairs.flatMap(([text, ground, needed]) =>
  ['light', 'dark'].flatMap((scheme) => {
    const ratio = contrast(colours.get(text)[scheme], colours.get(ground)[scheme]);
    return ratio < needed ? [`${scheme}: ${text} on ${ground} is ${ratio.toFixed(2)} : 1, needs ${needed} : 1`] : [];
  }),
);

console.log(faults.length ? faults.join('\n') : `${pairs.length} pairs of colours, readable in light and dark.`);
process.exit(faults.length ? 1 : 0);
