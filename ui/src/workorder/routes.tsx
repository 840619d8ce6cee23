import { ToolOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const workorder: Capability = {
  routes: [
    { path: 'workorder', page: () => import('./OrderListPage'), verb: 'read_work_orders' },
    { path: 'workorder/:id', page: () => import('./OrderPage'), verb: 'read_work_orders' },
  ],
  menu: [
    {
      path: 'workorder',
      label: 'workorder.menu',
      icon: <ToolOutlined />,
      pcOrder: 20,
      phoneTab: 2,
      verb: 'read_work_orders',
    },
  ],
};

export default workorder;
