// A member's card held to the organiser's camera is read here, on the telephone: no picture is kept or sent, only what
// the code says goes on, to the list (js/door.js). Fetched when the organiser asks for the camera, not before.
import jsQR from "jsqr";

const EVERY = 150; // milliseconds between two looks
const SIDE = 640; // pixels that are looked at: a card fills the picture when it is held up
const SAME = 4_000; // milliseconds for which a card that stays in the picture is one card

const box = document.querySelector("[data-camera]");
const video = box.querySelector("video");
const canvas = document.createElement("canvas");
const look = canvas.getContext("2d", { willReadFrequently: true });
let last = { text: "", at: 0 };
let timer;

function seen() {
  const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  if (!canvas.width) return "";
  look.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = look.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? "";
}

function watch() {
  const text = seen();
  const now = Date.now();
  if (text && (text !== last.text || now - last.at > SAME))
    document.dispatchEvent(new CustomEvent("zy:card", { detail: text }));
  if (text) last = { text, at: now };
  timer = setTimeout(watch, EVERY);
}

function stop() {
  clearTimeout(timer);
  for (const track of video.srcObject?.getTracks() ?? []) track.stop();
  video.srcObject = null;
  last = { text: "", at: 0 };
  box.removeAttribute("data-open");
}

async function start() {
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: "environment", width: { ideal: 1280 } },
    });
  } catch {
    document.dispatchEvent(new CustomEvent("zy:card-none"));
    return;
  }
  await video.play();
  box.setAttribute("data-open", "");
  watch();
}

document.addEventListener("zy:camera", () => (video.srcObject ? stop() : start()));
// Whoever leaves the page, or puts it behind another, is not filmed.
document.addEventListener("visibilitychange", () => document.hidden && video.srcObject && stop());
window.addEventListener("pagehide", stop);
start();
