import type { ThemeConfig } from 'antd';

/**
 * Calm and dense. The primary is darker than the library's own, which fails contrast with white text;
 * the greys are darkened so that secondary text keeps 4.5:1 on the page's ground.
 */
export function themeFor(isPhone: boolean): ThemeConfig {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    token: {
      colorPrimary: '#0958d9',
      colorInfo: '#0958d9',
      colorLink: '#0958d9',
      // The library's own tones under the pointer fail contrast on white.
      colorPrimaryHover: '#1f6ae0',
      colorLinkHover: '#1f6ae0',
      colorErrorHover: '#d62f39',
      colorSuccess: '#237804',
      colorWarning: '#ad4e00',
      colorError: '#cf1322',
      // Derived from the dark tones above they would be a muddy grey.
      colorSuccessBg: '#f0faeb',
      colorSuccessBorder: '#b7dfa0',
      colorWarningBg: '#fff7e6',
      colorWarningBorder: '#f3c98b',
      colorErrorBg: '#fff1f0',
      colorErrorBorder: '#f5b1aa',
      colorText: '#1d2129',
      colorTextSecondary: '#4a5160',
      colorTextTertiary: '#5c6470',
      colorTextDescription: '#5c6470',
      colorTextPlaceholder: '#6b7380',
      colorBgLayout: '#f4f6f9',
      colorBorder: '#c3c9d3',
      colorBorderSecondary: '#e4e8ee',
      borderRadius: 6,
      fontSize: isPhone ? 16 : 14,
      controlHeight: isPhone ? 44 : 32,
      controlHeightLG: isPhone ? 48 : 40,
      controlHeightSM: isPhone ? 44 : 24,
      fontFamily:
        '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
      motion: !still,
    },
    components: {
      Table: { cellPaddingBlock: 8, cellPaddingInline: 12, headerBg: '#f0f3f7' },
      Card: { bodyPadding: 16 },
    },
  };
}
