import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server of its own, on a fresh database, whose clock the story moves. */
export interface StoryServer {
  url: string;
  /** The binary and the data, for the command line. */
  binary: string;
  dataDir: string;
  /** The path of the one-time set-up page. */
  setupPath: string;
  /** Sets the clock to a local time of China, `2026-11-24T08:45`. */
  clock(local: string): Promise<void>;
  /** Ends the server as an operator would; its data stay. */
  halt(): Promise<void>;
  /** Removes the data of a server that has ended. */
  remove(): void;
}

/** The server built by the script; `./x test` names it in ZHISHOU_BIN. */
function binaryPath(): string {
  return process.env.ZHISHOU_BIN ?? join(import.meta.dirname, '../../../target/release/zhishou');
}

export async function startServer(port: number): Promise<StoryServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhishou-story-'));
  const binary = binaryPath();
  const url = `http://127.0.0.1:${String(port)}`;
  const child = spawn(
    binary,
    ['serve', '--rehearsal', '--listen', `127.0.0.1:${String(port)}`, '--data-dir', dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const setupPath = await linkOf(child);
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      done();
    });
  });
  const halt = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return {
    url,
    binary,
    dataDir,
    setupPath,
    async clock(local) {
      const now = Date.parse(`${local}:00+08:00`);
      const answer = await fetch(`${url}/api/rehearsal/clock`, {
        method: 'POST',
        headers: { 'X-Zhishou': '1', 'Content-Type': 'application/json' },
        body: JSON.stringify({ now }),
      });
      if (!answer.ok) throw new Error(`the clock stays: ${await answer.text()}`);
    },
    halt,
    remove() {
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function linkOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const link = /\/setup\/\S+/.exec(line);
    if (link) {
      child.stdout.resume();
      return link[0];
    }
  }
  throw new Error('the server ended before it offered its set-up link');
}
