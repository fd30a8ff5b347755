export { NothingHere as default } from '@/app/shell/nothing-here';
