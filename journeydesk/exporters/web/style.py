"""How the page looks, on a screen in the light and in the dark, and on paper."""

STYLE = """
:root { color-scheme: light dark; --ground: #fff; --ink: #1b2430; --muted: #56616f; --hair: #d5dae1;
  --card: #f5f7fa; --accent: #1f5fa8 }
@media (prefers-color-scheme: dark) { :root { --ground: #1d242b; --ink: #f2f4f5; --muted: #b4bec8;
  --hair: #3a4651; --card: #283139; --accent: #8fc3fb } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 2.1rem; line-height: 1.15; margin: 0.2em 0 }
h2 { font-size: 1.5rem; margin: 2.2em 0 0.6em; padding-top: 0.5em; border-top: 2px solid var(--ink) }
header { padding-bottom: 0 } main { padding-top: 0 } main > :first-child h2 { margin-top: 0.8em }
h3 { font-size: 1.2rem; margin: 1.4em 0 0.4em }
h4 { font-size: 1rem; margin: 1.2em 0 0.3em }
p, ul, ol, dl { margin: 0.4em 0 }
small, footer, .lead, figcaption { color: var(--muted) }
a { color: var(--accent) }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem }
figure { margin: 1rem 0; border: 1px solid var(--hair); border-radius: 8px; overflow: hidden }
figure svg { display: block; width: 100%; height: auto }
figcaption { padding: 0.5rem 0.8rem; font-size: 0.9rem }
li { margin: 0.25em 0 }
li > ul, li > ol { padding-left: 1.3rem }
.ways { list-style: none; font-size: 0.95rem }
.notes { color: var(--muted); font-size: 0.95rem }
.cite { font-size: 0.8rem; text-decoration: none; vertical-align: super }
.persona { border-bottom: 1px solid var(--hair); padding-bottom: 1.2rem }
.persona img { float: right; margin: 0 0 1rem 1rem; border-radius: 50%; object-fit: cover }
.logo { float: right; margin: 0 0 1rem 1.5rem; background: #fff; border-radius: 4px }
.cards { clear: both; display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem }
.cards > * { background: var(--card); border-radius: 8px; padding: 0.2rem 1rem 0.8rem }
dt { font-size: 0.85rem; color: var(--muted); margin-top: 0.6em }
dd { margin: 0 }
blockquote { margin: 0.3em 0; padding-left: 0.8rem; border-left: 3px solid var(--hair) }
@media print { :root { --ground: #fff; --ink: #000; --muted: #444; --hair: #bbb; --card: #fff;
  --accent: #000 }
  nav { display: none } header, main, footer { max-width: none; padding: 0 }
  figure, article section, li { break-inside: avoid } .cards > * { border: 1px solid var(--hair) } }
"""
