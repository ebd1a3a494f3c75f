// Our own mark: a door ajar. No emblem of the State stands here.

/** The door and the name; decorative, the link around it carries the words. */
export function Wordmark({ name }: { name: string }) {
  return (
    <>
      <svg
        class="mc-mark"
        xmlns="http://www.w3.org/2000/svg"
        viewBox="0 0 28 32"
        width="28"
        height="32"
        aria-hidden="true"
        focusable="false"
      >
        <path
          fill="none"
          stroke="currentColor"
          stroke-width="2.5"
          stroke-linejoin="round"
          d="M3 30.5V1.5h20.5v29M0 30.5h28"
        />
        <path fill="#a4161a" d="M3 1.5 15.5 6v26L3 30.5z" />
        <circle cx="12.2" cy="18.5" r="1.5" fill="#fff" />
      </svg>
      <span class="mc-wordmark" lang="vi">
        {name}
      </span>
    </>
  );
}
