import type { Matter, Notice } from './model';

/** 3栋 has no water: what the tests of these pages begin with. */
export const NO_WATER: Matter = {
  id: 'm',
  number: 'GG20261124-001',
  kind: 'repair',
  title: '3栋停水',
  answer: '水管爆裂，正在抢修，预计 18:00 恢复供水',
  buildings: [{ id: 'b3', name: '3栋', code: '3', homes: 96 }],
  work_order: { id: 'w', number: 'BX20261124-001', stage: 'dispatched' },
  calls: 4,
  opened_at: Date.UTC(2026, 10, 24, 1, 0),
  opened_by_name: '王芳',
  closed_at: null,
  closed_by_name: null,
  outcome: '',
  version: 1,
};

/** It concerns the whole community. */
export const NORTH_GATE: Matter = {
  ...NO_WATER,
  id: 'n',
  number: 'GG20261124-002',
  title: '北门施工',
  answer: '施工至周五，请走南门',
  buildings: [],
  work_order: null,
  calls: 1,
};

export const BUILDINGS = [
  { id: 'b3', name: '3栋', code: '3', homes: 96 },
  { id: 'b10', name: '10栋', code: '10', homes: 100 },
];

export const NOTICE: Notice = {
  notice: {
    heading: '关于3栋停水的通知',
    addressee: '尊敬的3栋业主、住户：',
    paragraphs: ['水管爆裂，正在抢修，预计 18:00 恢复供水。', '如有疑问，请联系客户服务中心。'],
    signature: '演示小区客户服务中心',
    dated: '2026年11月24日',
  },
  text: '关于3栋停水的通知\n尊敬的3栋业主、住户：\n…',
  buildings: [{ id: 'b3', name: '3栋', code: '3', homes: 96 }],
  homes: 96,
};
