// A slip's QR code carries its code behind "#", which a browser never sends. Put it into the field, out of the address.
const field = document.querySelector("input[name=code]");
const code = decodeURIComponent(location.hash.slice(1));
if (field && code) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
}
