/** Files as bytes of UTF-8 that the engine reads: unpacked where they are gzip, decoded where they are UTF-16. */

/**
 * UTF-16 names itself, or is JSON whose first bracket tells it; UTF-32 begins alike.
 * @param {Uint8Array} first the first four bytes
 * @returns {string | null} null for any other text
 */
export function utf16Of([a, b, c, d]) {
  if (c === 0 && d === 0) return null;
  /** @param {number | undefined} byte */
  const isBracket = (byte) => byte === 0x7b || byte === 0x5b;
  if ((a === 0xff && b === 0xfe) || (isBracket(a) && b === 0)) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || (a === 0 && isBracket(b)) ? 'utf-16be' : null;
}

/** @param {Uint8Array} first @returns {boolean} */
const isGzip = ([a, b, c]) => a === 0x1f && b === 0x8b && c === 8;

/**
 * The text of a file.
 * @param {File} file
 * @param {(bytes: number) => void} onBytes told of the file's own bytes as they are read
 * @returns {Promise<{ stream: ReadableStream<Uint8Array<ArrayBuffer>>, isPacked: boolean }>} a stream of what is packed fails where
 *   that is cut off or damaged
 */
export async function textOf(file, onBytes) {
  const first = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const counting = new TransformStream({
    /** @param {Uint8Array<ArrayBuffer>} chunk @param {TransformStreamDefaultController<Uint8Array<ArrayBuffer>>} controller */
    transform(chunk, controller) {
      onBytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
  const stream = file.stream().pipeThrough(counting);
  if (isGzip(first)) return { stream: stream.pipeThrough(new DecompressionStream('gzip')), isPacked: true };
  const charset = utf16Of(first);
  if (charset === null) return { stream, isPacked: false };
  const text = stream.pipeThrough(new TextDecoderStream(charset));
  return { stream: text.pipeThrough(new TextEncoderStream()), isPacked: false };
}
