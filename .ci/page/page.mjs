// Uses the page of the local run in Chromium as a person does: uploads, reads
// the digest, follows a highlight both ways, moves the clock, reads the mail,
// unsubscribes. All of it with scripts turned off. Then axe looks at every
// page at two widths and in two colour schemes.
//
//   node page.mjs ROOT ARTICLE PICTURE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import puppeteer from 'puppeteer-core';

const [root, article, picture] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const schemes = ['light', 'dark'];
const widths = [390, 1280];

const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
});
let faults = 0;
const fault = (text) => { faults += 1; console.log(text); };
const want = (condition, text) => { if (!condition) fault(text); };

// newPage watches what a page asks for: nothing beyond this machine, and
// nothing that its policy refuses.
async function newPage({ scripts }) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(scripts);
  page.on('console', (m) => { if (m.text().includes('Content Security Policy')) fault(`${page.url()}: ${m.text()}`); });
  page.on('request', (r) => { if (!r.url().startsWith('http://127.0.0.1:')) fault(`${page.url()}: asks for ${r.url()}`); });
  page.on('pageerror', (e) => fault(`${page.url()}: ${e.message}`));
  return page;
}

const words = (page, selector) => page.$$eval(selector, (all) => all.map((e) => e.textContent.trim()));
const go = (page, path) => page.goto(root + path, { waitUntil: 'load' });
const press = (page, selector) => Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(selector)]);

async function uploaded(page) {
  await go(page, '/');
  const input = await page.$('input[type=file]');
  await input.uploadFile(article, picture);
  await page.type('input[name=section]', 'browser');
  await press(page, 'form[action="/upload"] button');
  const keys = await words(page, '#main code');
  want(keys.includes(`articles/browser/${basename(article)}`), `the upload is not on the page: ${keys}`);
  want(keys.includes(`articles/browser/${basename(picture)}`), `the rejected picture is not on the page: ${keys}`);
  want((await words(page, '#main')).join().includes('The file is a picture'), 'the page does not say why the picture was rejected');
}

async function highlights(page) {
  const [link] = await page.$$eval('section[aria-labelledby=h-digests] .row', (rows, key) =>
    rows.filter((r) => r.textContent.includes(key)).map((r) => r.querySelector('a').getAttribute('href')), basename(article));
  await go(page, link);
  const [mark] = await page.$$eval('.speaker li a', (all) => all.map((a) => a.getAttribute('href')));
  await page.click('.speaker li a');
  want(new URL(page.url()).hash === mark, `a position leads to ${page.url()}, want ${mark}`);
  const there = await page.$eval(`.source ${mark}`, (e) => ({ text: e.textContent, back: e.getAttribute('href'), y: e.getBoundingClientRect().top }));
  want(there.y >= 0 && there.y < 900, `the highlight is not in sight: ${there.y}`);
  await page.click(`.source ${mark}`);
  want(new URL(page.url()).hash === there.back, `the highlight leads to ${page.url()}, want ${there.back}`);
  const position = await page.$eval(there.back, (e) => e.textContent);
  want(position.includes(there.text), `the position ${position} is not the highlight ${there.text}`);
  return link;
}

async function mailed(page) {
  await go(page, '/');
  const before = (await words(page, 'section[aria-labelledby=h-mail] .count'))[0];
  await press(page, 'button[value=issue]');
  const after = (await words(page, 'section[aria-labelledby=h-mail] .count'))[0];
  want(Number(after) > Number(before), `${before} mails before the clock moved, ${after} after`);
  await press(page, 'section[aria-labelledby=h-mail] .row a');
  for (const title of ['The mail at desktop width', 'The mail at phone width']) {
    const handle = await page.waitForSelector(`iframe[title="${title}"]`);
    const frame = await handle.contentFrame();
    await frame.waitForSelector('h1');
    const text = await frame.$eval('body', (b) => b.textContent);
    want(text.includes('Who said what') || text.includes('who said what'), `${title}: the frame shows ${text.slice(0, 80)}`);
    want(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${title}: runs over the edge`);
  }
  return new URL(page.url()).pathname;
}

// left follows the mail's own link to unsubscribe, which opens beside the page.
async function left(page) {
  const to = (await words(page, '#main .quiet bdi'))[1].replace(/^.*<(.*)>$/, '$1');
  const frame = await (await page.$('iframe.mail')).contentFrame();
  const link = await frame.$$eval('a', (all) => all.map((a) => a.href).find((h) => h.includes('/unsubscribe/')));
  want(link, 'the mail has no link to unsubscribe');
  const beside = await newPage({ scripts: false });
  await beside.goto(link);
  await press(beside, 'button');
  await beside.close();
  await go(page, '/subscribers');
  const rows = await words(page, '.row');
  want(rows.some((r) => r.includes(to) && r.includes('left')), `${to} is still subscribed: ${rows}`);
}

async function accessible(page, path) {
  for (const width of widths) {
    await page.setViewport({ width, height: 900 });
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await go(page, path);
      want(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} ${width} px: runs over the edge`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, {
        iframes: false,
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
      }));
      for (const v of violations) {
        fault(`${path} ${width} px ${scheme}: axe ${v.impact} ${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`);
      }
    }
  }
}

const page = await newPage({ scripts: false });
await page.setViewport({ width: 1280, height: 900 });
await uploaded(page);
const digest = await highlights(page);
const mail = await mailed(page);
await left(page);

// axe is a script, and the page's policy lets none in.
const looked = await newPage({ scripts: true });
await looked.setBypassCSP(true);
await go(looked, '/issues');
const issue = await looked.$eval('.row a', (a) => a.getAttribute('href'));
const paths = ['/', '/digests', digest, '/issues', issue, '/mail', mail, '/subscribers', '/rejected'];
for (const path of paths) await accessible(looked, path);

await browser.close();
console.log(`${paths.length} pages at ${widths.length} widths in ${schemes.length} schemes, ${faults} faults`);
process.exit(faults ? 1 : 0);
