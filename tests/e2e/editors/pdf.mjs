// A PDF of one page with a text on it, written by hand: a Chinese font that every reader has by its name, so that none is inside.

const HEAD = '%PDF-1.7\n';
const [LEFT, TOP, SIZE, LEADING] = [30, 560, 8, 11];

/** @param {string} text @returns {string} as a hexadecimal string of UTF-16 */
const hex = (text) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** @param {string[]} lines @returns {string} the page's drawing orders */
const drawing = (lines) =>
  [
    'BT',
    `/F ${SIZE} Tf`,
    `${LEADING} TL`,
    `${LEFT} ${TOP} Td`,
    ...lines.map((line) => `${hex(line)} Tj T*`),
    'ET',
  ].join('\n');

/**
 * @param {string[]} lines none longer than the page is wide
 * @returns {Buffer}
 */
export function pdfOf(lines) {
  const content = drawing(lines);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let body = HEAD;
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = ['0000000000 65535 f ', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `)].join(
    '\n',
  );
  const tail = `xref\n0 ${places.length + 1}\n${table}\ntrailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + tail, 'latin1');
}
