import type { FileSample } from '@/host';

/** A file that stands in for one of the customer's. */
export type Sample = FileSample;

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
  'image/webp': 'webp',
  'application/zip': 'zip',
  'application/gzip': 'gz',
  'application/x-7z-compressed': '7z',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.text': 'odt',
  'video/mp4': 'mp4',
  'video/mpeg': 'mpeg',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'text/plain': 'txt',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/xml': 'xml',
};

const KB = 1024;

/**
 * Files to try a picker with: two that fit (as large as a real one, but within the limit) and one that is
 * larger than the limit, so that its message can be seen. `mimeTypes` empty allows every kind.
 */
export function sampleFiles(photo: boolean, mimeTypes: readonly string[], maxKb: number): Sample[] {
  const known = mimeTypes.flatMap((type) => ENDINGS[type] ?? []);
  const ending = photo ? 'jpg' : (known[0] ?? 'pdf');
  const second = photo ? 'png' : (known[1] ?? ending);
  const stem = photo ? 'photo' : 'document';
  return [
    { name: `${stem}-1.${ending}`, size: Math.min(photo ? 840 : 96, maxKb) * KB },
    { name: `${stem}-2.${second}`, size: Math.min(photo ? 2_310 : 410, maxKb) * KB },
    { name: `${stem}-large.${ending}`, size: (maxKb + 512) * KB },
  ];
}
