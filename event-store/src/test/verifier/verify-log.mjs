// Verifies an exported log, from docs/log-format.md alone; Node, no packages.
//   node verify-log.mjs EXPORT [--key LINE_OR_FILE] [--checkpoints FILE]
// Without --key, signatures are checked with the key in the export, which proves no more than that the export fits itself.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';

const [file, ...options] = process.argv.slice(2);
const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);

const bad = (position, reason) => Object.assign(new Error(reason), { position });
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (text) => Buffer.from(text, 'hex');
const int64 = (number) => hex(BigInt.asUintN(64, BigInt(number)).toString(16).padStart(16, '0'));
const int32 = (number) => int64(number).subarray(4);
const field = (bytes) => (bytes === null ? int32(-1) : Buffer.concat([int32(bytes.length), bytes]));
const text = (value) => field(value === null ? null : Buffer.from(value, 'utf8'));

function contentHash(event) {
  return sha256(
    text(event.stream),
    hex(event.eventId.replaceAll('-', '')),
    text(event.type),
    int32(event.revision),
    int64(event.occurredAtMicros),
    ...['customerId', 'userId', 'correlationId', 'causationId', 'commandKey', 'actor'].map((name) => text(event[name])),
    ...['payload', 'metadata'].map((name) => field(Buffer.from(event[name], 'base64'))),
  );
}

function readKey(line) {
  const [, name, id, encoded] = /^(\S+?)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim());
  const typed = Buffer.from(encoded, 'base64');
  if (typed.length !== 33 || typed[0] !== 1 || sha256(`${name}\n`, typed).toString('hex', 0, 4) !== id) {
    throw bad(null, `${line.trim()} is not a verifier key`);
  }
  const x = typed.subarray(1).toString('base64url');
  return { name, id, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
}

function readCheckpoint(note, key) {
  const parts = /^([^]*\n)\n— (\S+) (\S+)\n$/.exec(note);
  const signature = Buffer.from(parts?.[3] ?? '', 'base64');
  if (
    !parts ||
    parts[2] !== key.name ||
    signature.length !== 68 ||
    signature.toString('hex', 0, 4) !== key.id ||
    !verify(null, Buffer.from(parts[1]), key.key, signature.subarray(4))
  ) {
    throw bad(null, `a checkpoint is not signed with the key:\n${note}`);
  }
  const [origin, position, hash, time, lostAfter] = parts[1].split('\n');
  return {
    log: origin.replace('tenure/', ''),
    position: Number(position),
    hash: Buffer.from(hash, 'base64'),
    time: time.replace('time ', ''),
    lostAfter: lostAfter ? Number(lostAfter.replace('lost-after ', '')) : null,
  };
}

function readCheckpoints(content, key) {
  let inForce = [];
  for (const [note] of content.matchAll(/(?:(?!— ).+\n)+\n— .+\n/g)) {
    const checkpoint = readCheckpoint(note, key);
    if (checkpoint.lostAfter !== null) {
      inForce = inForce.filter((earlier) => earlier.position <= checkpoint.lostAfter);
    }
    inForce.push(checkpoint);
  }
  return inForce.sort((a, b) => a.position - b.position);
}

const state = { next: 1, hash: Buffer.alloc(32), open: null, last: null, held: 0, versions: new Map() };
let checkpoints = [];

function endBatch() {
  const { open, last } = state;
  if (!open) return;
  if (state.next <= open.last) {
    throw bad(state.next, `the event at ${state.next} is missing`);
  }
  const computed = sha256(state.hash, int64(open.first), int32(open.leaves.length), ...open.leaves);
  const follows = computed.equals(hex(open.hash));
  if (!state.hash.equals(hex(open.previous))) {
    throw follows || !last
      ? bad(open.first, 'the batch names another previous hash')
      : bad(last.first, 'the batch and its hash were rewritten');
  }
  if (!follows) {
    throw bad(open.first, `the hash of the batch ${open.first}-${open.last} is not that of its events`);
  }
  if (open.apart !== null) {
    throw bad(open.apart, 'the event was not recorded at the time of its batch');
  }
  Object.assign(state, { hash: computed, last: open, open: null });
  while (checkpoints.length > 0 && checkpoints[0].position <= open.last) {
    const checkpoint = checkpoints.shift();
    if (checkpoint.position !== open.last || !checkpoint.hash.equals(computed)) {
      throw bad(state.held + 1, `the log is not the one of the checkpoint of ${checkpoint.time}`);
    }
    state.held = checkpoint.position;
  }
}

function onBatch(batch) {
  endBatch();
  if (batch.first !== state.next || batch.last < batch.first) {
    throw bad(state.next, `no batch begins at ${state.next}`);
  }
  state.open = { ...batch, leaves: [], apart: null };
}

function onEvent(event) {
  const { position } = event;
  if (position < state.next) {
    throw bad(position, 'the event is there twice, or before the beginning');
  }
  if (!state.open || position > state.open.last) {
    endBatch();
    throw bad(position, 'the event belongs to no batch');
  }
  if (position > state.next) {
    throw bad(state.next, `the event at ${state.next} is missing`);
  }
  if (event.stream === null || event.type === null) {
    throw bad(position, 'the event has no stream or no type');
  }
  const numbers = [event.position, event.version, event.recordedAtMicros].map(int64);
  const leaf = sha256(...numbers, contentHash(event));
  if (!leaf.equals(hex(event.leaf))) {
    throw bad(position, 'the event is not what was recorded');
  }
  if (event.version !== (state.versions.get(event.stream) ?? 0)) {
    throw bad(position, 'the version does not follow in its stream');
  }
  state.versions.set(event.stream, event.version + 1);
  state.open.apart ??= event.recordedAtMicros === state.open.recordedAtMicros ? null : position;
  state.open.leaves.push(leaf);
  state.next++;
}

function onEnd(head) {
  endBatch();
  const end = state.next - 1;
  if (!head || head.position > end) {
    throw bad(state.next, `the log ends at ${end}, its head is at ${head?.position}`);
  }
  if (head.position < end) {
    throw bad(Math.max(1, head.position + 1), `the log goes on to ${end}, its head is at ${head.position}`);
  }
  if (!state.hash.equals(hex(head.hash)) || (state.last && head.recordedAtMicros !== state.last.recordedAtMicros)) {
    throw bad(state.last?.first ?? 1, 'the head is not that of the last batch');
  }
  if (checkpoints.length > 0) {
    throw bad(state.next, `the log ends at ${end}, but a checkpoint vouches for ${checkpoints[0].position}`);
  }
}

async function* rows() {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    yield* lines.map((line) => JSON.parse(line));
  }
}

async function main() {
  const given = option('--key');
  const key = given && readKey(existsSync(given) ? readFileSync(given, 'utf8') : given);
  checkpoints = option('--checkpoints') ? readCheckpoints(readFileSync(option('--checkpoints'), 'utf8'), key) : [];
  let [log, head, signed] = [null, null, null];
  for await (const row of rows()) {
    if (row.kind === 'log' && checkpoints.some((checkpoint) => checkpoint.log !== row.log)) {
      throw bad(1, `a checkpoint is of another log than ${row.log}`);
    }
    ({ batch: onBatch, event: onEvent })[row.kind]?.(row);
    log = row.kind === 'log' ? row.log : log;
    head = row.kind === 'head' ? row : head;
    signed = row.kind === 'checkpoint' ? row : signed;
  }
  onEnd(head);
  if (signed) {
    const checkpoint = readCheckpoint(signed.note, key ?? readKey(signed.key));
    if (checkpoint.log !== log || checkpoint.position !== head.position || !checkpoint.hash.equals(state.hash)) {
      throw bad(1, 'the checkpoint in the export is not of this log');
    }
  }
  console.log(`intact: ${state.next - 1} events, hash ${state.hash.toString('hex')}`);
  console.log(`${signed ? 'signed' : 'not signed'}, saved checkpoints hold up to ${state.held}`);
}

main().catch((problem) => {
  console.log(problem.position == null ? 'not to be believed' : `first bad position: ${problem.position}`);
  console.log(problem.message);
  process.exitCode = 1;
});
