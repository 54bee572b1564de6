import { Slider, type SliderProps } from '../../parts/Slider';

/** A share, in hundredths. */
export const LeverSlider = (props: Omit<SliderProps, 'steps'>) => <Slider steps={100} {...props} />;
