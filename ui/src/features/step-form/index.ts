export { StepForm } from './StepForm';
