// The whole script of Zhengyou. Every page works without it; it only makes some of them pleasanter.
import "./zy.css";

const SAME_CLICK = 2000; // milliseconds
const lastSent = new WeakMap();

// A form sent twice by an impatient second click would enter a fact twice.
document.addEventListener(
  "submit",
  (event) => {
    const now = Date.now();
    if (now - (lastSent.get(event.target) ?? -Infinity) < SAME_CLICK && event.target.method === "post") {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    lastSent.set(event.target, now);
  },
  true,
);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
