import { SolutionOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const externalcase: Capability = {
  routes: [
    { path: 'externalcase', page: () => import('./CaseListPage'), verb: 'read_desk' },
    { path: 'externalcase/:id', page: () => import('./CasePage'), verb: 'read_desk' },
    { path: 'externalcase/:id/sheet', page: () => import('./ReplySheetPage'), verb: 'read_desk' },
  ],
  menu: [
    {
      path: 'externalcase',
      label: 'externalcase.menu',
      icon: <SolutionOutlined />,
      pcOrder: 22,
      verb: 'read_desk',
    },
  ],
};

export default externalcase;
