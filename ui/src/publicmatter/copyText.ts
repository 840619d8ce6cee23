/**
 * Puts text on the clipboard; tells whether it did. Most duty rooms reach the server by plain http
 * inside the house, where browsers offer no clipboard but still copy what is selected.
 */
export async function copyText(text: string): Promise<boolean> {
  // Absent outside secure pages, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // Refused by a setting of the browser: what is selected may still be copied.
    }
  }
  return copySelected(text);
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
  }
}
