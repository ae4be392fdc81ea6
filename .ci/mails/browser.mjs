// Opens mails and pages in Chromium as readers see them: at two widths and in
// two colour schemes axe must find nothing; at four widths, with the
// stylesheet and without, nothing may run over the edge of the window, and
// nothing may be fetched or run.
//
//   node browser.mjs FILE…
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import puppeteer from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const schemes = ['light', 'dark'];
const widths = { axe: [390, 700], layout: [320, 390, 700, 1280] };

const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
});
let faults = 0;
const fault = (text) => { faults += 1; console.log(text); };

// open shows a document at a width and hands it to look. Whatever it asks the
// network for is a fault.
async function open(name, html, width, look) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.setRequestInterception(true);
  page.on('request', (r) => {
    if (r.url().startsWith('http')) fault(`${name}: asks for ${r.url()}`);
    r.abort().catch(() => {});
  });
  page.on('dialog', (d) => { fault(`${name}: ran a script: ${d.message()}`); d.dismiss(); });
  await page.setContent(html);
  await look(page);
  await page.close();
}

// accessible holds the page in both schemes to WCAG 2.2 AA, enhanced contrast,
// target size and axe's best practices. The two rules that are off ask for a
// page's regions, which a mail within a mail program's page has not.
async function accessible(name, page, width) {
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: {
        'landmark-one-main': { enabled: document.querySelector('main') !== null },
        region: { enabled: document.querySelector('main') !== null },
        'color-contrast-enhanced': { enabled: true },
        'target-size': { enabled: true },
      },
    }));
    if (!passes.some((p) => p.id === 'color-contrast')) fault(`${name} ${width} px ${scheme}: axe did not look at contrast`);
    for (const v of violations) {
      fault(`${name} ${width} px ${scheme}: axe ${v.impact} ${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`);
    }
  }
}

async function contained(name, page, width) {
  const { over, small } = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - window.innerWidth,
    small: [...document.querySelectorAll('p, td, h1, h2, h3, a, span, strong')]
      .filter((e) => e.textContent.trim() && e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) < 13).length,
  }));
  if (over > 0) fault(`${name} ${width} px: runs ${over} px over the edge`);
  if (small > 0) fault(`${name} ${width} px: ${small} elements in type under 13 px`);
}

const stripped = (html) => html
  .replace(/<style>[\s\S]*?<\/style>/g, '')
  .replace(/<!--\[if[\s\S]*?endif\]-->/g, '');

for (const path of process.argv.slice(2)) {
  const name = basename(path);
  const html = readFileSync(path, 'utf8');
  for (const width of widths.axe) await open(name, html, width, (page) => accessible(name, page, width));
  for (const width of widths.layout) {
    await open(name, html, width, (page) => contained(name, page, width));
    await open(name, stripped(html), width, (page) => contained(`${name} without stylesheet`, page, width));
  }
  console.log(`${name}: ${widths.axe.length * schemes.length} runs of axe, ${2 * widths.layout.length} layouts`);
}
await browser.close();
console.log(`${faults} faults`);
process.exit(faults ? 1 : 0);
