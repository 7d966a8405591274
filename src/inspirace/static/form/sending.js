// Sending: where a finished file may go. Nothing is sent by the page: it only makes addresses.
//
// githubWay(newFile, name, text) → { address, isWhole }   isWhole: the text is in the address
// mailAddress(email, name, text) → address of a letter, with the text where it fits

// GitHub answers longer addresses with an error.
const LONGEST_ADDRESS = 8000;
// Some programmes for letters cut what is longer.
const LONGEST_LETTER = 1900;

export function githubWay(newFile, name, text) {
  const empty = `${newFile}?filename=${encodeURIComponent(name)}`;
  const whole = `${empty}&value=${encodeURIComponent(text)}`;
  return whole.length < LONGEST_ADDRESS
    ? { address: whole, isWhole: true }
    : { address: empty, isWhole: false };
}

export function mailAddress(email, name, text) {
  const subject = encodeURIComponent(`Do katalogu: ${name}`);
  const begin = `mailto:${email}?subject=${subject}&body=`;
  const lines = (body) => encodeURIComponent(body.replaceAll("\n", "\r\n"));
  const whole = begin + lines(text);
  if (whole.length < LONGEST_LETTER) return whole;
  return begin + lines(`Dobrý den,\n\nposílám soubor ${name} do katalogu. Je v příloze.\n`);
}
