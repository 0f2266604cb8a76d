export * from '@/sending/sources';
