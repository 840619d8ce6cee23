/** Enough to read a name plate, small enough for a basement's network. */
export const LONGEST_SIDE_PX = 1600;
const JPEG_QUALITY = 0.82;

/** The size a picture is brought to: the longer side at most `longest`, never enlarged. */
export function fitInto(
  width: number,
  height: number,
  longest = LONGEST_SIDE_PX,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * A picture as a JPEG of at most 1600 px, turned upright by its own mark. Drawing it anew also drops
 * the place and device that a phone writes into its pictures. Throws when it cannot be decoded.
 */
export async function downscale(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const size = fitInto(bitmap.width, bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    // Transparent pictures get a white ground, since JPEG would make it black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, size.width, size.height);
    context.drawImage(bitmap, 0, 0, size.width, size.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob(
        (blob) => {
          if (blob) resolve(blob);
          else reject(new Error('no JPEG'));
        },
        'image/jpeg',
        JPEG_QUALITY,
      );
    });
  } finally {
    bitmap.close();
  }
}
