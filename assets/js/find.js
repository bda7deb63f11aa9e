// Finds people in a list by a part of the name or by the first letters of its pinyin: 李华 by 华 or by lh.
// The letters come from the browser's own order of Chinese, so no table of readings is needed.
const LETTERS = "abcdefghjklmnopqrstwxyz";
const FIRSTS = "阿八嚓搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";
const order = new Intl.Collator("zh-CN-u-co-pinyin");
// Surnames that are read otherwise than the same character elsewhere.
const SURNAMES = { 单: "s", 曾: "z", 解: "x", 仇: "q", 区: "o", 查: "z", 朴: "p", 翟: "z", 乐: "y", 缪: "m", 尉: "y", 盖: "g", 冼: "x", 覃: "q" };

function letter(character) {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  let found = "";
  for (let n = 0; n < FIRSTS.length && order.compare(character, FIRSTS[n]) >= 0; n += 1) found = LETTERS[n];
  return found;
}

export function initials(name) {
  return [...name].map((character, n) => (n === 0 && SURNAMES[character]) || letter(character)).join("");
}

function sift(input) {
  const asked = input.value.trim().toLowerCase();
  const lines = [...document.querySelectorAll(`${input.dataset.find} > [data-name]`)];
  for (const line of lines) {
    const { name } = line.dataset;
    line.hidden = !(name.toLowerCase().includes(asked) || initials(name).startsWith(asked));
  }
  const none = document.querySelector(input.dataset.findNone);
  if (none) none.hidden = lines.some((line) => !line.hidden);
}

const siftAll = () => document.querySelectorAll("[data-find]").forEach(sift);

function offer() {
  for (const input of document.querySelectorAll("[data-find]")) input.closest("label").hidden = false;
  siftAll();
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-find]")) sift(event.target);
});
document.addEventListener("htmx:load", offer); // a line that was swapped in stands in the list as it was sifted
offer();
