import { CalendarOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const roster: Capability = {
  routes: [{ path: 'roster', page: () => import('./RosterPage'), verb: 'read_roster' }],
  menu: [
    {
      path: 'roster',
      label: 'roster.menu',
      icon: <CalendarOutlined />,
      pcOrder: 50,
      verb: 'read_roster',
    },
  ],
};

export default roster;
