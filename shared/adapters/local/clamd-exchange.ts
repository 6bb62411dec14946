import { connect, type NetConnectOpts, type Socket } from 'node:net';

/** clamd's answer to a command is one line; more than this is none. */
const answerBytesMax = 4_096;
const chunkBytes = 64 * 1024;

/**
 * One command to clamd and its one answer, without the NUL at its end; null when it cannot be reached, hangs up without an answer,
 * or takes longer than `millisecondsMax`. `body` follows an INSTREAM command in chunks, each after its length, the last one empty.
 */
export function askClamd(
  to: NetConnectOpts,
  command: 'VERSION' | 'INSTREAM',
  { body, millisecondsMax }: { body?: Uint8Array; millisecondsMax: number },
): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(to);
    let said = '';
    const finish = (answer: string | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(null), millisecondsMax);
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      said += piece;
      const end = said.indexOf('\0');
      if (end >= 0) finish(said.slice(0, end));
      else if (said.length > answerBytesMax) finish(null);
    });
    // a stream that it holds for too large is answered and cut off: the error of our last write comes before that answer is read
    socket.on('error', () => setTimeout(() => finish(null), lingerMilliseconds));
    socket.on('end', () => finish(null));
    socket.on('close', () => setTimeout(() => finish(null), lingerMilliseconds));
    socket.on('connect', () => void say(socket, command, body));
  });
}

/** So long an answer that is already on its way may take after the connection broke. */
const lingerMilliseconds = 50;

async function say(socket: Socket, command: string, body: Uint8Array | undefined): Promise<void> {
  socket.write(`z${command}\0`);
  if (body === undefined) return;
  for (let from = 0; from < body.length && socket.writable; from += chunkBytes) {
    const chunk = body.subarray(from, from + chunkBytes);
    socket.write(lengthOf(chunk));
    if (!socket.write(chunk)) await drained(socket);
  }
  if (socket.writable) socket.write(lengthOf(new Uint8Array()));
}

function lengthOf({ length }: Uint8Array): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return four;
}

/** The other side took what was sent, or is gone. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', resolve);
  });
}
