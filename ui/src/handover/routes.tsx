import { SwapOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const handover: Capability = {
  routes: [
    { path: 'handover', page: () => import('./HandoverListPage'), verb: 'read_handover' },
    { path: 'handover/post/:post', page: () => import('./WizardPage'), verb: 'read_handover' },
    { path: 'handover/:id', page: () => import('./RecordPage'), verb: 'read_handover' },
  ],
  menu: [
    {
      path: 'handover',
      label: 'handover.menu',
      icon: <SwapOutlined />,
      pcOrder: 25,
      phoneTab: 3,
      verb: 'read_handover',
    },
  ],
};

export default handover;
