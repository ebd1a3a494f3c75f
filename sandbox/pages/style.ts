// One small style sheet for the sandbox's pages; calm, made for a phone first. Colours as in the portal.

export const STYLE = `
:root { --accent:#A4161A; --link:#0B5394; --text:#1B1B1B; --muted:#4A4F55; --line:#B9C0C7; --ground:#F5F6F8; --focus:#FFBF47; --good:#0A6B3D; --wait:#8A5A00; }
* { box-sizing:border-box; }
body { margin:0; color:var(--text); background:#fff; font:19px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif; }
header { border-bottom:6px solid var(--accent); background:var(--ground); }
.wide, main, footer { max-width:1000px; margin:0 auto; padding:15px 20px; }
header .wide { display:flex; flex-wrap:wrap; gap:5px 25px; align-items:baseline; }
header .name { font-weight:700; font-size:22px; color:var(--text); text-decoration:none; }
nav a { display:inline-block; padding:8px 0; margin-right:20px; }
nav a[aria-current] { font-weight:700; color:var(--text); text-decoration:none; border-bottom:4px solid var(--accent); }
h1 { font-size:32px; line-height:1.25; margin:15px 0 20px; } h2 { font-size:24px; line-height:1.3; margin:30px 0 10px; } h3 { font-size:20px; margin:0 0 10px; }
p, li { max-width:65ch; } a { color:var(--link); } .muted { color:var(--muted); }
a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline:3px solid var(--focus); outline-offset:0; box-shadow:0 0 0 5px #1B1B1B; }
.cards { display:grid; gap:20px; grid-template-columns:repeat(auto-fit,minmax(270px,1fr)); padding:0; margin:0; list-style:none; }
.card { border:1px solid var(--line); border-radius:6px; padding:15px 20px; background:#fff; }
label, legend { display:block; font-weight:700; margin-bottom:5px; } .hint { color:var(--muted); margin:0 0 5px; }
fieldset { border:0; padding:0; margin:0 0 20px; } .choice { display:flex; gap:10px; align-items:baseline; min-height:44px; padding:8px 0; } .choice label { font-weight:400; margin:0; } .choice input { width:22px; height:22px; flex:none; transform:translateY(4px); }
input[type=text], input[type=tel], input[type=datetime-local], textarea { font:inherit; width:100%; max-width:24em; padding:8px; border:2px solid var(--text); border-radius:0; background:#fff; } textarea { max-width:65ch; }
.field { margin:0 0 20px; }
button, .button { font:inherit; font-weight:700; display:inline-block; min-height:44px; padding:8px 20px; border:0; border-radius:4px; background:var(--accent); color:#fff; cursor:pointer; text-decoration:none; }
button:hover, .button:hover { background:#7F1114; } button.plain { background:#fff; color:var(--link); border:2px solid var(--link); } button.plain:hover { background:var(--ground); }
.row { display:flex; flex-wrap:wrap; gap:10px; }
table { border-collapse:collapse; width:100%; } th, td { text-align:left; vertical-align:top; padding:10px 15px 10px 0; border-bottom:1px solid var(--line); } caption { text-align:left; font-weight:700; padding-bottom:5px; }
code, kbd { font:inherit; background:var(--ground); border:1px solid var(--line); border-radius:4px; padding:0 6px; overflow-wrap:anywhere; }
td code { white-space:nowrap; }
.notice { border-left:6px solid var(--link); background:var(--ground); padding:10px 20px; margin:0 0 20px; } .notice.good { border-color:var(--good); } .notice.bad { border-color:var(--accent); } .notice p { margin:5px 0; }
.handset { max-width:430px; border:2px solid var(--text); border-radius:28px; padding:20px 15px; background:var(--ground); }
.handset h2 { margin:0 0 10px; font-size:20px; } .handset ol { list-style:none; margin:0; padding:0; }
.sms { background:#fff; border:1px solid var(--line); border-radius:14px; padding:10px 15px; margin:0 0 12px; overflow-wrap:anywhere; } .sms p { margin:0; } .sms .from { font-weight:700; }
.sms.new { border:2px solid var(--good); } .bell { display:inline-block; width:20px; height:20px; vertical-align:-3px; fill:var(--good); transform-origin:top center; }
@media (prefers-reduced-motion:no-preference) { .sms.new .bell { animation:ring 1s ease-in-out 2; } @keyframes ring { 20%,60% { transform:rotate(18deg); } 40%,80% { transform:rotate(-18deg); } } }
.big { font-size:32px; font-weight:700; font-variant-numeric:tabular-nums; }
.good-text { color:var(--good); font-weight:700; } .wait-text { color:var(--wait); font-weight:700; } .bad-text { color:var(--accent); font-weight:700; }
dl { display:grid; grid-template-columns:minmax(8em,max-content) 1fr; gap:5px 20px; margin:0 0 20px; } dt { font-weight:700; } dd { margin:0; overflow-wrap:anywhere; }
summary { cursor:pointer; color:var(--link); padding:10px 0; } .steps > li { margin-bottom:15px; }
footer { border-top:1px solid var(--line); margin-top:40px; color:var(--muted); font-size:17px; }
@media (max-width:700px) { .stack, .stack tbody, .stack tr, .stack td, .stack th { display:block; border:0; padding:2px 0; } .stack thead { position:absolute; clip-path:inset(50%); width:1px; height:1px; overflow:hidden; } .stack tr { border:1px solid var(--line); border-radius:6px; padding:10px 15px; margin-bottom:15px; } .stack td[data-name]:not(:empty)::before { content:attr(data-name) ": "; color:var(--muted); } dl { grid-template-columns:1fr; } dd { margin-bottom:10px; } }
`;
