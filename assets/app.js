// The whole script of Zhengyou. Every page works without it; it only makes some of them pleasanter.
// htmx itself comes with django-htmx and stands beside this file in base.html.
import "./zy.css";
import "./js/door.js"; // before once.js: a form that it holds back was not sent
import "./js/once.js";
import "./js/troubles.js";
import "./js/find.js";

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// What a person acted on may be gone after a part of the page was changed: the reading place is kept.
document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  if (elt.id !== "main" || document.activeElement !== document.body) return;
  elt.tabIndex = -1;
  elt.focus({ preventScroll: true });
});

// On a narrow screen the menu is a row that scrolls: where one is stands in sight.
document.querySelector(".zy-nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
