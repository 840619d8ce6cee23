import { CustomerServiceOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const desk: Capability = {
  routes: [{ path: 'desk', page: () => import('./DeskPage'), verb: 'read_desk' }],
  menu: [
    {
      path: 'desk',
      label: 'desk.menu',
      icon: <CustomerServiceOutlined />,
      pcOrder: 10,
      verb: 'read_desk',
    },
  ],
  hotkeys: { n: 'desk?intake=1' },
};

export default desk;
