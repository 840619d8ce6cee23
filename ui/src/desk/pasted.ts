import { cleanPhone } from '../shared/phone';
import { homeIn, nameIn, phoneIn, roomIn, withoutPhones } from './pastedParts';

/** What a pasted message of the owners' group says, as far as it can be read. */
export interface PastedMessage {
  /** The home; the server reads any spelling. */
  room: string;
  phone: string;
  name: string;
  /** The words, without the heads of a chat and with the number masked. */
  content: string;
}

/** Lines of a form that somebody filled in: 房号：3-1201. */
const LABELS = {
  room: ['房号', '房间号', '房间', '门牌', '门牌号', '楼栋房号', '住址', '地址'],
  phone: ['电话', '手机', '手机号', '联系电话', '联系方式', '电话号码'],
  name: ['姓名', '联系人', '业主', '业主姓名', '报修人', '称呼'],
  content: ['内容', '问题', '故障', '报修内容', '报修事项', '事项', '诉求', '情况', '描述'],
} as const;
type Label = keyof typeof LABELS;
const LABEL_NAMES = Object.keys(LABELS) as Label[];

/** Words before a colon that name nobody. */
const NO_SENDERS: ReadonlySet<string> = new Set([
  ...Object.values(LABELS)
    .flat()
    .filter((label) => label !== '业主'),
  ...['时间', '日期', '备注', '位置', '紧急', '急', '急急急', '求助', '报修', '投诉', '提醒'],
  ...['通知', '公告', '链接', '注', 'PS', 'http', 'https'],
]);

/** 李女士 2026/11/24 9:12:33, as a chat on a PC copies it: with the date, or to the second. */
const DAY =
  '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{1,2}[-/月]\\d{1,2}日?|[昨今前]天|(?:星期|周)[一二三四五六日天])';
const HALF_OF_DAY = '(?:上午|下午|晚上|凌晨|中午)?';
const HEADS_WITH_TIME: readonly RegExp[] = [
  new RegExp(`^(.{1,30}?)\\s+${DAY}\\s*${HALF_OF_DAY}\\s*\\d{1,2}:\\d{2}(?::\\d{2})?$`),
  new RegExp(`^(.{1,30}?)\\s+${HALF_OF_DAY}\\s*\\d{1,2}:\\d{2}:\\d{2}$`),
];
/** 李女士: 漏水了; the words may follow on the next line. */
const HEAD_WITH_COLON = /^([^:：]{1,20})[:：]\s*(.*)$/;
/** A sentence that has a colon in it is no name. */
const SENTENCE = /[，。！？,.!?；;、"“”的是了请我您你吗呢]/;
/** So many characters beside number and home are words to be kept. */
const FEWEST_WORDS = 4;
const LONGEST_NAME = 8;

/**
 * Reads what was pasted. Null when it is no message: a line without a sender, or nothing in it
 * that the form has a field for. In the lookup a line is a message too when it says more than a
 * number and a home.
 */
export function readMessage(pasted: string, inLookup = false): PastedMessage | null {
  const text = halfWidth(pasted).replaceAll('\r', '').trim();
  const lines = text.split('\n').map((line) => line.trim());
  const { spoken, labelled } = readLines(lines.filter((line) => line !== ''));
  const sender = spoken.find((one) => one.sender !== '')?.sender ?? '';
  const words = wordsOf(spoken);
  const room = roomIn(labelled.room) || labelled.room || roomIn(sender) || roomIn(words);
  const written = phoneIn(labelled.phone) || phoneIn(words) || phoneIn(sender);
  const name = labelled.name || nameIn(sender);
  const known = room !== '' || written !== '' || name !== '';
  const several = lines.length > 1 || sender !== '';
  if (!known || !(several || (inLookup && saysMore(words)))) return null;
  return { room, phone: cleanPhone(written), name, content: masked(words, written) };
}

/** Digits, letters and the marks of addresses; Chinese punctuation stays as people write it. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ＃＋－]/g, (c) => c.normalize('NFKC'));
}

/** One message of a chat: who wrote it and the words. */
interface Spoken {
  sender: string;
  words: string;
}

function readLines(lines: readonly string[]) {
  const labelled: Record<Label, string> = { room: '', phone: '', name: '', content: '' };
  const spoken: Spoken[] = [];
  const say = (words: string) => {
    const last = spoken.at(-1);
    if (last) last.words = [last.words, words].filter((part) => part !== '').join('\n');
    else spoken.push({ sender: '', words });
  };
  for (const line of lines) {
    const field = fieldOf(line);
    const head = field ? null : headOf(line);
    if (field) labelled[field.label] ||= field.value;
    if (field?.label === 'content') say(field.value);
    else if (head) spoken.push(head);
    else if (!field) say(line);
  }
  return { spoken, labelled };
}

function fieldOf(line: string): { label: Label; value: string } | null {
  const [, before = '', value = ''] = HEAD_WITH_COLON.exec(line) ?? [];
  const bare = before.replace(/^[\d.、\s【[]+|[\]】\s]+$/g, '');
  const label = LABEL_NAMES.find((one) => (LABELS[one] as readonly string[]).includes(bare));
  const fits: Record<Label, boolean> = {
    room: /\d/.test(value),
    phone: phoneIn(value) !== '',
    name: value.length <= LONGEST_NAME && !SENTENCE.test(value),
    content: true,
  };
  return label && value !== '' && fits[label] ? { label, value } : null;
}

function headOf(line: string): Spoken | null {
  for (const head of HEADS_WITH_TIME) {
    const sender = head.exec(line)?.[1];
    if (sender) return { sender, words: '' };
  }
  const [, before = '', words = ''] = HEAD_WITH_COLON.exec(line) ?? [];
  const sender = before.trim();
  if (sender === '' || SENTENCE.test(sender) || NO_SENDERS.has(sender)) return null;
  // 10:20 is a time, and what ends with // an address of the web.
  const isTime = /\d$/.test(sender) && /^\d{1,2}(?!\d)/.test(words);
  return isTime || words.startsWith('//') ? null : { sender, words };
}

/** The words of one writer alone; of several, each with who wrote it. */
function wordsOf(spoken: readonly Spoken[]): string {
  const senders = new Set(spoken.map((one) => one.sender).filter((sender) => sender !== ''));
  const lines = spoken.map(({ sender, words }) =>
    senders.size > 1 && sender !== '' ? `${sender}：${words}` : words,
  );
  return lines.filter((line) => line !== '').join('\n');
}

function saysMore(words: string): boolean {
  const bare = withoutPhones(words);
  const rest = bare.replace(homeIn(bare), '');
  return rest.replace(/[^\p{L}\p{N}]/gu, '').length >= FEWEST_WORDS;
}

/** The number stands in its own field, where it is masked; in the words only its ends are kept. */
function masked(words: string, written: string): string {
  if (written === '') return words;
  const clean = cleanPhone(written);
  return words.replaceAll(written, `${clean.slice(0, 3)}****${clean.slice(-4)}`);
}
