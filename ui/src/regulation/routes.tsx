import { FileTextOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const regulation: Capability = {
  routes: [
    { path: 'regulation', page: () => import('./RegulationPage'), verb: 'read_regulation' },
    { path: 'regulation/new', page: () => import('./NewDraftPage'), verb: 'edit_regulation' },
    {
      path: 'regulation/preset/:preset',
      page: () => import('./PresetPage'),
      verb: 'read_regulation',
    },
    {
      path: 'regulation/version/:version',
      page: () => import('./VersionPage'),
      verb: 'read_regulation',
    },
    {
      path: 'regulation/draft/:regulation',
      page: () => import('./DraftPage'),
      verb: 'read_regulation',
    },
  ],
  menu: [
    {
      path: 'regulation',
      label: 'regulation.menu',
      icon: <FileTextOutlined />,
      pcOrder: 55,
      verb: 'read_regulation',
    },
  ],
};

export default regulation;
