/** Three shifts that join into one ring of 24 hours, and the hand that is always somewhere on it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0958d9" />
      <g fill="none" strokeWidth="3.4">
        <path stroke="#ffffff" d="M16 6.5 A9.5 9.5 0 0 1 24.23 20.75" />
        <path stroke="#91caff" d="M24.23 20.75 A9.5 9.5 0 0 1 7.77 20.75" />
        <path stroke="#d6e8ff" d="M7.77 20.75 A9.5 9.5 0 0 1 16 6.5" />
      </g>
      <path
        d="M16 10.8V16l3.6 2.4"
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
