// Solves a challenge of ours with ALTCHA's own library and has it verified: node solve.mjs CHALLENGE-URL CODE-HEADER
// Prints what the site answered, and how long the work took, as JSON.
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

const [url, header] = process.argv.slice(2);
const response = await fetch(url);
const challenge = await response.json();
const solution = await solveChallenge({ challenge, deriveKey });
await new Promise((resolve) => setTimeout(resolve, 2_000)); // nobody reads faster

async function verify(solution) {
  const { parameters, signature } = challenge;
  const payload = btoa(JSON.stringify({ challenge: { parameters, signature }, solution }));
  const verified = await fetch(new URL(challenge.configuration.verifyUrl, url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ payload, code: response.headers.get(header) }),
  });
  return verified.json();
}

const half = solution.derivedKey.slice(0, challenge.parameters.keyPrefix.length);
const unsolved = await verify({ ...solution, derivedKey: half.padEnd(solution.derivedKey.length, '0') });
console.log(JSON.stringify({ solution, unsolved, solved: await verify(solution) }));
